/** The machines that packages are made for. Names of one thing differ: Go’s, Node’s and GNU’s. */
export interface Platform {
  /** Go’s and Debian’s name. */
  readonly arch: 'amd64' | 'arm64';
  /** Node’s name. */
  readonly nodeArch: 'x64' | 'arm64';
  readonly triple: 'x86_64-linux-gnu' | 'aarch64-linux-gnu';
  /** Starts programs that need glibc where there is none. */
  readonly loader: string;
}

export const platforms: readonly Platform[] = [
  { arch: 'amd64', nodeArch: 'x64', triple: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  { arch: 'arm64', nodeArch: 'arm64', triple: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
];
