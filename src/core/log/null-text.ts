/**
 * Texts that tools write for what is missing. As the reason of an error one of them would make a failure of every request,
 * so there it is taken for that, in all three meanings.
 */
import { kqlString } from '../dialects/kql';
import { sqlString } from '../dialects/sql';
import type { Column } from './columns';

const NULL_TEXTS = ['None', 'null', 'NULL', 'Null', '(null)', 'NaN', 'nan', 'N/A', 'n/a', '-'] as const;

/** Whether a column tells of an error. */
export const hasNullTexts = (column: Column): boolean => 'nullTexts' in column;

/** A text without one that stands for what is missing. */
export const withoutNullText = (raw: unknown): unknown =>
  NULL_TEXTS.some((text) => text === raw) ? '' : raw;

const listed = (literal: (text: string) => string) => NULL_TEXTS.map(literal).join(', ');

/** Whether a text stands for what is missing. */
export const isNullTextSql = (text: string) => `${text} IN (${listed(sqlString)})`;

const PATTERN = `^(?:${NULL_TEXTS.join('|').replace(/[()]/g, '\\$&')})$`;

/** The text stands in it once: the engine puts expressions in the place of columns, and would repeat it again and again. */
export const withoutNullTextSql = (text: string) => `regexp_replace(${text}, ${sqlString(PATTERN)}, '')`;
export const withoutNullTextKql = (text: string) => `iff(${text} in (${listed(kqlString)}), "", ${text})`;
