export function store(text: string): Promise<string> {
  return Promise.resolve(text);
}
