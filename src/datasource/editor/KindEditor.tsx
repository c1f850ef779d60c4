import React, { useMemo } from 'react';
import type { SelectableValue, TimeRange } from '@grafana/data';
import { InlineField, Select } from '@grafana/ui';
import { completeQuery, queryTypes, type Query, type QueryKind } from '../../core/query';
import type { AskingDataSource } from '../asking-data-source';
import { kqlRefusals } from '../kql-access';
import { FieldRow } from './fields/FieldRow';
import { FiltersField } from './fields/FiltersField';
import { kindFields } from './kinds';

interface Props {
  /** Tells the fields of several editors on a page apart. */
  readonly name: string;
  readonly datasource: AskingDataSource;
  readonly query: Query;
  readonly range: TimeRange | undefined;
  /** The kinds to choose from; with one there is nothing to choose. */
  readonly kinds?: readonly QueryKind[];
  /** Whether it is an alert rule’s, for the defaults of another kind. */
  readonly forAlert?: boolean;
  /** @param isWhole whether there is something new to run */
  readonly onChange: (query: Query, isWhole: boolean) => void;
}

const allKinds = Object.keys(queryTypes) as QueryKind[];

/** What to show, the fields of that kind of query, and filters. */
export function KindEditor({
  name,
  datasource,
  query,
  range,
  kinds = allKinds,
  forAlert = false,
  onChange,
}: Props) {
  const id = (field: string) => `gatewaylens-${name}-${field}`;
  const Fields = kindFields[query.kind];
  // The same options at each drawing: an open list forgets the place in new ones.
  const options = useMemo(() => kinds.map((kind) => optionOf(kind, datasource)), [kinds, datasource]);
  return (
    <>
      {kinds.length > 1 && (
        <FieldRow>
          <InlineField label="Show" labelWidth={10}>
            <Select
              inputId={id('kind')}
              width={32}
              options={options}
              value={query.kind}
              onChange={({ value }) => value && onChange(asKind(query, value, forAlert), true)}
            />
          </InlineField>
        </FieldRow>
      )}
      <Fields
        datasource={datasource}
        query={query}
        set={(change) => onChange({ ...query, ...change } as Query, true)}
        id={id}
      />
      <FiltersField
        id={id}
        datasource={datasource}
        range={range}
        value={query.where}
        onChange={(where, isWhole) => onChange({ ...query, where }, isWhole)}
      />
    </>
  );
}

/** A kind that the data source does not answer is shown, with why. */
function optionOf(kind: QueryKind, { kqlAccess }: AskingDataSource): SelectableValue<QueryKind> {
  const { title, description } = queryTypes[kind];
  const option = { value: kind, label: title, description };
  return kind === 'kql' && kqlAccess !== 'allowed'
    ? { ...option, description: kqlRefusals[kqlAccess], isDisabled: true }
    : option;
}

/** The query as one of another kind, with every choice that both have. */
function asKind(query: Query, kind: QueryKind, forAlert: boolean): Query {
  const { defaults } = queryTypes[kind];
  const kept = Object.entries(query).filter(
    ([name, value]) => name in defaults && carried.has(name) && value !== undefined,
  );
  return completeQuery({ ...Object.fromEntries(kept), kind }, forAlert);
}

const carried: ReadonlySet<string> = new Set(['where', 'scenarios', 'families', 'outcomes', 'step']);
