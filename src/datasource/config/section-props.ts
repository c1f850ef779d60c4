import type { GatewaylensSettings, SecretName } from '../query';
import type { EditedSettings } from './edited-settings';

/** What a section of the configuration editor gets. */
export interface SectionProps {
  /** Of the data source, as it was saved last. */
  readonly uid: string;
  readonly settings: EditedSettings;
  /** Provisioned data sources are shown, and changed in their file only. */
  readonly disabled: boolean;
  readonly set: (change: Partial<GatewaylensSettings>) => void;
  readonly secret: SecretProps;
}

/** Secrets are written and never read: of a stored one only that it is there is known. */
export interface SecretProps {
  readonly isSet: (name: SecretName) => boolean;
  /** What was typed since. */
  readonly typed: (name: SecretName) => string;
  readonly set: (name: SecretName, value: string) => void;
  readonly reset: (name: SecretName) => void;
}
