import React, { useState } from 'react';
import type { QueryEditorProps } from '@grafana/data';
import {
  Alert,
  Button,
  CollapsableSection,
  InlineField,
  InlineFieldRow,
  InlineSwitch,
  Input,
  MultiSelect,
  Select,
} from '@grafana/ui';
import {
  completeQuery,
  queryTypes,
  steps,
  MOST_SERIES,
  type Filter,
  type Query,
  type ScenarioSeriesQuery,
} from '../core/query';
import { asGatewaylensError } from '../core/errors';
import type { GatewaylensDataSource } from './datasource';
import { dimensionOptions, FilterRow } from './FilterRow';
import { KqlPreview } from './KqlPreview';
import type { GatewaylensQuery, GatewaylensSettings } from './query';
import { useScenarioOptions } from './useScenarioOptions';

type Props = QueryEditorProps<GatewaylensDataSource, GatewaylensQuery, GatewaylensSettings>;

const byOptions = [
  { value: 'scenario' as const, label: 'Failures by scenario' },
  { value: 'family' as const, label: 'Failures by family' },
];
const asOptions = [
  { value: 'count' as const, label: 'count', description: 'Requests in each step' },
  { value: 'rate' as const, label: 'rate', description: 'Requests per second' },
  { value: 'share' as const, label: 'share', description: 'Share of all requests' },
];
const stepOptions = ['auto' as const, ...(Object.keys(steps) as (keyof typeof steps)[])].map((value) => ({
  value,
  label: value,
}));
const resultOptions = [
  { value: 'series' as const, label: 'Series over time' },
  { value: 'window' as const, label: 'One value for the range (alert rules)' },
];
const splitOptions = [{ value: null, label: 'none' }, ...dimensionOptions];
const newFilter: Filter = { dimension: 'api', op: 'in', values: [] };

export function QueryEditor(props: Props) {
  const { datasource, query: stored, range } = props;
  const query = readable(stored);
  if ('problem' in query) {
    return (
      <Alert severity="error" title={query.problem}>
        {query.hint}
      </Alert>
    );
  }
  if (query.kind === 'scenario-series') {
    return <SeriesEditor {...props} complete={query} />;
  }
  return (
    <>
      <Alert severity="info" title={`${queryTypes[query.kind].title}: written by hand`}>
        {queryTypes[query.kind].description}. Its fields stand in the panel’s JSON.
      </Alert>
      <KqlPreview
        datasource={datasource}
        query={stored}
        range={range}
        maxDataPoints={props.data?.request?.maxDataPoints}
      />
    </>
  );
}

/** What was typed, as a number that the backend takes. */
function topOf(typed: string, before: number): number {
  const number = Math.round(Number(typed));
  return number > 0 ? Math.min(number, MOST_SERIES) : before;
}

/** The query with its defaults, or why it cannot be edited. */
function readable(stored: GatewaylensQuery): Query | { readonly problem: string; readonly hint: string } {
  try {
    return completeQuery(stored);
  } catch (thrown) {
    const { message, hint } = asGatewaylensError(thrown);
    return { problem: message, hint };
  }
}

function SeriesEditor({
  datasource,
  query: stored,
  complete: query,
  onChange,
  onRunQuery,
  range,
  data,
}: Props & { readonly complete: ScenarioSeriesQuery }) {
  const { options, problem } = useScenarioOptions(datasource);
  const [optionsOpen, setOptionsOpen] = useState(false);
  const set = (change: Partial<ScenarioSeriesQuery>) => {
    onChange({ ...stored, ...query, ...change });
    onRunQuery();
  };
  const id = (name: string) => `gatewaylens-${stored.refId}-${name}`;

  return (
    <>
      <InlineFieldRow>
        <InlineField label="Show" labelWidth={10}>
          <Select
            inputId={id('by')}
            width={26}
            options={byOptions}
            value={query.by}
            onChange={({ value = 'scenario' }) => set({ by: value })}
          />
        </InlineField>
        <InlineField label="Scenarios" invalid={problem !== undefined} error={problem}>
          <MultiSelect
            inputId={id('scenarios')}
            width={50}
            placeholder="All"
            options={options}
            value={[...query.scenarios]}
            allowCustomValue
            isClearable
            onChange={(chosen) => set({ scenarios: chosen.flatMap(({ value }) => value ?? []) })}
          />
        </InlineField>
        <InlineField label="As">
          <Select
            inputId={id('as')}
            width={12}
            options={asOptions}
            value={query.as}
            onChange={({ value = 'count' }) => set({ as: value })}
          />
        </InlineField>
        <InlineField label="Split by">
          <Select
            inputId={id('split')}
            width={20}
            placeholder="none"
            options={splitOptions}
            value={query.splitBy}
            onChange={({ value = null }) => set({ splitBy: value })}
          />
        </InlineField>
        <InlineField label="Step" tooltip="Length of a bucket, aligned in UTC">
          <Select
            inputId={id('step')}
            width={12}
            options={stepOptions}
            value={query.step}
            onChange={({ value = 'auto' }) => set({ step: value })}
          />
        </InlineField>
      </InlineFieldRow>
      {query.where.map((filter, index) => (
        <FilterRow
          key={index}
          inputId={id(`filter-${index}`)}
          filter={filter}
          onChange={(changed) => set({ where: query.where.map((one, i) => (i === index ? changed : one)) })}
          onRemove={() => set({ where: query.where.filter((_, i) => i !== index) })}
        />
      ))}
      <Button
        size="sm"
        variant="secondary"
        icon="plus"
        onClick={() => onChange({ ...stored, ...query, where: [...query.where, newFilter] })}
      >
        Filter
      </Button>
      <CollapsableSection label="Options" isOpen={optionsOpen} onToggle={setOptionsOpen}>
        <InlineFieldRow>
          <InlineField label="Result">
            <Select
              inputId={id('result')}
              width={40}
              options={resultOptions}
              value={query.result}
              onChange={({ value = 'series' }) => set({ result: value })}
            />
          </InlineField>
          <InlineField
            label="Masked too"
            tooltip="Also count errors that the caller did not see: a policy answered in their place, or a retry recovered"
          >
            <InlineSwitch
              id={id('masked')}
              value={query.outcomes.includes('masked')}
              onChange={({ currentTarget }) =>
                set({ outcomes: currentTarget.checked ? ['failed', 'masked'] : ['failed'] })
              }
            />
          </InlineField>
          <InlineField label="Series at most" tooltip="The rest is added up as one">
            <Input
              id={id('top')}
              type="number"
              width={10}
              key={query.top}
              min={1}
              max={MOST_SERIES}
              defaultValue={query.top}
              onBlur={({ currentTarget }) => {
                const top = topOf(currentTarget.value, query.top);
                currentTarget.value = String(top);
                if (top !== query.top) {
                  set({ top });
                }
              }}
            />
          </InlineField>
        </InlineFieldRow>
      </CollapsableSection>
      <KqlPreview
        datasource={datasource}
        query={{ ...stored, ...query }}
        range={range}
        maxDataPoints={data?.request?.maxDataPoints}
      />
    </>
  );
}
