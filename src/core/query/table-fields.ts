/** Fields of table frames, column by column. */
import type { Field, FieldConfig } from '../frames';

/** @param name what panels look for; `config.displayNameFromDS` is what people read */
export function numbers(
  name: string,
  title: string,
  values: readonly (number | null)[],
  unit?: string,
): Field {
  return { name, type: 'number', config: titled(title, unit), values };
}

export function texts(
  name: string,
  title: string,
  values: readonly string[],
  config: FieldConfig = {},
): Field {
  return { name, type: 'string', config: { ...titled(title), ...config }, values };
}

export function times(
  name: string,
  title: string,
  values: readonly (number | null)[],
  config: FieldConfig = {},
): Field {
  return { name, type: 'time', config: { ...titled(title), ...config }, values };
}

function titled(displayNameFromDS: string, unit?: string): FieldConfig {
  return { displayNameFromDS, ...(unit === undefined ? {} : { unit }) };
}
