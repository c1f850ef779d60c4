export interface ConnectionOptions {
  /** Failures over time above the matrix, where there is room. */
  readonly showGraph: boolean;
  /** Mark the episodes above the graph. */
  readonly showEpisodes: boolean;
}
