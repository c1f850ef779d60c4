/** Where a scenario in force comes from. */
export interface Provenance {
  readonly origin: 'built-in' | 'settings' | 'file';
  /** Id of the built-in scenario whose place it takes. */
  readonly replaces?: string;
  /** Id of the scenario after which it is tried. */
  readonly after?: string;
  /** What the settings say otherwise than the scenario itself. */
  readonly overridden: readonly ('owner' | 'remediation' | 'links')[];
}
