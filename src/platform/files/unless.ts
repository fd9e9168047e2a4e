/** For `catch`: undefined where the system call failed by this code, such as ENOENT; any other failure goes on. */
export function unless(code: string): (error: NodeJS.ErrnoException) => undefined {
  return (error) => {
    if (error.code !== code) throw error;
  };
}
