import type { ComponentType } from 'react';
import type { Query, QueryKind, QueryOf } from '../../../core/query';
import type { EditorProps } from '../editor-props';
import { BreakdownFields } from './BreakdownFields';
import { ConnectionFields } from './ConnectionFields';
import { EpisodesFields } from './EpisodesFields';
import { FailuresFields } from './FailuresFields';
import { FreshnessFields } from './FreshnessFields';
import { KqlFields } from './KqlFields';
import { SeriesFields } from './SeriesFields';
import { TaxonomyFields } from './TaxonomyFields';
import { TimingFields } from './TimingFields';

const fields: { readonly [K in QueryKind]: ComponentType<EditorProps<QueryOf<K>>> } = {
  'scenario-series': SeriesFields,
  taxonomy: TaxonomyFields,
  timing: TimingFields,
  'connection-failures': ConnectionFields,
  breakdown: BreakdownFields,
  failures: FailuresFields,
  episodes: EpisodesFields,
  freshness: FreshnessFields,
  kql: KqlFields,
};

/** The fields of each kind; that they get queries of their own kind only is safe, which the compiler cannot see. */
export const kindFields = fields as Readonly<Record<QueryKind, ComponentType<EditorProps<Query>>>>;
