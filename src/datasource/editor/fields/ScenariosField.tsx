import React from 'react';
import { InlineField } from '@grafana/ui';
import type { FailureChoice } from '../../../core/query';
import { families, type Family } from '../../../core/scenarios';
import { ManySelect } from '../../../ui/ManySelect';
import type { AskingDataSource } from '../../asking-data-source';
import { useScenarioOptions } from './useScenarioOptions';
import { variableOptions } from './variable-options';

interface Props {
  readonly id: string;
  readonly datasource: AskingDataSource;
  readonly value: Pick<FailureChoice, 'scenarios' | 'families'>;
  readonly onChange: (value: Pick<FailureChoice, 'scenarios' | 'families'>) => void;
}

/** Marks the choice of a whole family; no id of a scenario has a colon. */
const FAMILY = 'family:';
const isFamily = (id: string): id is Family => Object.hasOwn(families, id);

const familyOptions = Object.entries(families).map(([id, title]) => ({
  value: `${FAMILY}${id}`,
  label: `All of ${title}`,
  description: 'Every scenario of the family',
}));

/** Scenarios and whole families in one searchable list; none means all. */
export function ScenariosField({ id, datasource, value: { scenarios, families: chosen }, onChange }: Props) {
  const { options, problem } = useScenarioOptions(datasource);
  const values = [...chosen.map((family) => `${FAMILY}${family}`), ...scenarios];
  return (
    <InlineField label="Scenarios" invalid={problem !== undefined} error={problem}>
      <ManySelect
        inputId={id}
        width={50}
        placeholder="All"
        options={[...options, ...familyOptions, ...variableOptions()]}
        value={values}
        isClearable
        onChange={(all) => {
          onChange({
            scenarios: all.filter((one) => !one.startsWith(FAMILY)),
            families: all
              .filter((one) => one.startsWith(FAMILY))
              .map((one) => one.slice(FAMILY.length))
              .filter(isFamily),
          });
        }}
      />
    </InlineField>
  );
}
