import React from 'react';
import { MOST_SERIES, type ScenarioSeriesQuery } from '../../../core/query';
import type { EditorProps } from '../editor-props';
import { ChoiceField } from '../fields/ChoiceField';
import { FieldRow } from '../fields/FieldRow';
import { NumberField } from '../fields/NumberField';
import { dimensionOptions } from '../fields/options';
import { OutcomesField } from '../fields/OutcomesField';
import { ScenariosField } from '../fields/ScenariosField';
import { SeveritiesField } from '../fields/SeveritiesField';
import { StepField } from '../fields/StepField';

const byOptions = [
  { value: 'scenario' as const, label: 'scenario' },
  { value: 'family' as const, label: 'family' },
];
const asOptions = [
  { value: 'count' as const, label: 'count', description: 'Requests in each step' },
  { value: 'rate' as const, label: 'rate', description: 'Requests per second' },
  { value: 'share' as const, label: 'share', description: 'Share of all requests' },
];
const resultOptions = [
  { value: 'series' as const, label: 'Series over time' },
  { value: 'window' as const, label: 'One value for the range (alert rules)' },
];
const NONE = 'none';
const splitOptions = [{ value: NONE, label: 'none' }, ...dimensionOptions];

export function SeriesFields({ datasource, query, set, id }: EditorProps<ScenarioSeriesQuery>) {
  return (
    <>
      <FieldRow>
        <ScenariosField id={id('scenarios')} datasource={datasource} value={query} onChange={set} />
        <ChoiceField id={id('by')} label="By" options={byOptions} value={query.by} onChange={(by) => set({ by })} />
        <ChoiceField
          id={id('split')}
          label="Split by"
          width={20}
          options={splitOptions}
          value={query.splitBy ?? NONE}
          onChange={(by) => set({ splitBy: by === NONE ? null : (by as ScenarioSeriesQuery['splitBy']) })}
        />
        <SeveritiesField id={id('severities')} value={query.severities} onChange={(severities) => set({ severities })} />
      </FieldRow>
      <FieldRow>
        <ChoiceField id={id('as')} label="As" width={12} options={asOptions} value={query.as} onChange={(as) => set({ as })} />
        <StepField id={id('step')} value={query.step} onChange={(step) => set({ step })} />
        <OutcomesField id={id('outcomes')} value={query.outcomes} onChange={(outcomes) => set({ outcomes })} />
        <ChoiceField
          id={id('result')}
          label="Result"
          width={36}
          options={resultOptions}
          value={query.result}
          onChange={(result) => set({ result })}
        />
        {query.result !== 'series' && (
          <ChoiceField
            id={id('places')}
            label="Tell where"
            tooltip="For the texts of an alert rule: labels with title, remedy and where it failed most. They change, so let a second query decide"
            width={20}
            options={splitOptions}
            value={query.places ?? NONE}
            onChange={(place) => set({ places: place === NONE ? null : (place as ScenarioSeriesQuery['places']) })}
          />
        )}
        <NumberField
          id={id('top')}
          label="Series at most"
          tooltip="The rest is added up as one"
          most={MOST_SERIES}
          value={query.top}
          onChange={(top) => set({ top })}
        />
      </FieldRow>
    </>
  );
} // prettier-ignore
