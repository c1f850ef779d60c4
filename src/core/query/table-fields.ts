/** Fields of table frames, column by column. */
import { ESTIMATE, type Field, type FieldConfig } from '../frames';
import type { Answer } from '../plan';

/** @param name what panels look for; `config.displayNameFromDS` is what people read */
export function numbers(
  name: string,
  title: string,
  values: readonly (number | null)[],
  unit?: string,
  config: FieldConfig = {},
): Field {
  return { name, type: 'number', config: { ...titled(title, unit), ...config }, values };
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

const errors = {
  percentile: 'An estimate of the log store: off by up to 1 % of the requests in rank.',
  distinct: 'An estimate of the log store: with many different values usually off by less than 2 %.',
} as const;

/** How a number is called that the log store may have estimated, and what is said of it. */
export function estimate(
  title: string,
  { isEstimated }: Pick<Answer, 'isEstimated'>,
  kind: keyof typeof errors,
): FieldConfig {
  return isEstimated
    ? { displayNameFromDS: `${title} ${ESTIMATE}`, description: errors[kind] }
    : { displayNameFromDS: title };
}

function titled(displayNameFromDS: string, unit?: string): FieldConfig {
  return { displayNameFromDS, ...(unit === undefined ? {} : { unit }) };
}
