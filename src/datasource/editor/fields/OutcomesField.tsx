import React from 'react';
import type { FailureChoice } from '../../../core/query';
import { ChoiceField } from './ChoiceField';

type Outcomes = FailureChoice['outcomes'];

const choices = {
  failed: { outcomes: ['failed'], label: 'failed', description: 'The caller did not get a good answer' },
  both: { outcomes: ['failed', 'masked'], label: 'failed and masked', description: 'Masked: the caller got a good answer although an error was recorded' },
  masked: { outcomes: ['masked'], label: 'masked', description: 'A policy answered in place of the failed call, or a retry recovered' },
} as const satisfies Record<string, { outcomes: Outcomes; label: string; description: string }>; // prettier-ignore
type Choice = keyof typeof choices;

const isChoice = (value: string): value is Choice => Object.hasOwn(choices, value);
const options = (Object.keys(choices) as Choice[]).map((value) => ({ value, ...choices[value] }));

interface Props {
  readonly id: string;
  readonly value: Outcomes;
  readonly onChange: (value: Outcomes) => void;
}

/** Which requests count as failures; a variable stands in the list by its name. */
export function OutcomesField({ id, value, onChange }: Props) {
  const chosen: string = value.length > 1 ? 'both' : (value[0] ?? 'failed');
  return (
    <ChoiceField
      id={id}
      label="Requests"
      width={22}
      options={options}
      value={chosen}
      onChange={(choice) =>
        onChange(isChoice(choice) ? choices[choice].outcomes : ([choice] as string[] as Outcomes))
      }
    />
  );
}
