const HIGHEST = 65_535;

/** @returns undefined for what is no port; 0 stands for any free one */
export function portOf(text: string): number | undefined {
  const port = Number(text);
  return /^\d+$/.test(text) && port <= HIGHEST ? port : undefined;
}

/** Why nothing can listen at a port. */
export function portProblem(port: number, { code, message }: NodeJS.ErrnoException): string {
  return code === 'EADDRINUSE'
    ? `Port ${port} is taken, perhaps by another workbench: http://127.0.0.1:${port}/`
    : `Port ${port} cannot be used: ${message}.`;
}
