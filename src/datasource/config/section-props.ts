import type { GatewaylensSettings } from '../query';
import type { EditedSettings } from './edited-settings';

/** What a section of the configuration editor gets. */
export interface SectionProps {
  readonly settings: EditedSettings;
  /** Provisioned data sources are shown, and changed in their file only. */
  readonly disabled: boolean;
  readonly set: (change: Partial<GatewaylensSettings>) => void;
}
