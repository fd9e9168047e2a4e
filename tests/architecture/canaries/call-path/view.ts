export function toView(posted: string): string {
  return posted;
}
