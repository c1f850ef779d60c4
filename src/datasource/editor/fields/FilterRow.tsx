import React, { useRef, useState } from 'react';
import type { SelectableValue, TimeRange } from '@grafana/data';
import { IconButton, InlineField } from '@grafana/ui';
import { EMPTY } from '../../../core/empty-value';
import type { Filter } from '../../../core/query';
import { ManySelect } from '../../../ui/ManySelect';
import type { AskingDataSource } from '../../asking-data-source';
import { FieldRow } from './FieldRow';
import { OneSelect } from './OneSelect';
import { dimensionOptions } from './options';
import { variableOptions } from './variable-options';

const operators = [
  { value: 'in' as const, label: '=', description: 'One of these' },
  { value: 'notIn' as const, label: '≠', description: 'None of these' },
];

interface Props {
  readonly id: string;
  readonly datasource: AskingDataSource;
  readonly range: TimeRange | undefined;
  readonly filter: Filter;
  /** Takes the focus: it was just added. */
  readonly isNew: boolean;
  readonly onChange: (filter: Filter) => void;
  readonly onRemove: () => void;
}

/** A condition on a dimension; the values that occur in the range are offered, others can be typed. */
export function FilterRow({ id, datasource, range, filter, isNew, onChange, onRemove }: Props) {
  const { options, isLoading, load } = useValues(datasource, filter.dimension, range);
  return (
    <FieldRow>
      <InlineField label="Where" labelWidth={10}>
        <OneSelect
          inputId={id}
          aria-label="Dimension"
          width={22}
          autoFocus={isNew}
          options={dimensionOptions}
          value={filter.dimension}
          onChange={(dimension) => onChange({ ...filter, dimension })}
        />
      </InlineField>
      <OneSelect
        aria-label="Comparison"
        width={operators.some(({ value }) => value === filter.op) ? 8 : 16}
        options={operators}
        value={filter.op}
        onChange={(op) => onChange({ ...filter, op })}
      />
      <ManySelect
        inputId={`${id}-values`}
        aria-label="Values"
        width={50}
        placeholder="Values, or a $variable"
        options={[...variableOptions(), ...options]}
        value={filter.values}
        keepsTyped
        isLoading={isLoading}
        onOpenMenu={load}
        onChange={(values) => onChange({ ...filter, values })}
      />
      <IconButton name="times" tooltip="Remove this filter" onClick={onRemove} />
    </FieldRow>
  );
}

/**
 * The values of a dimension in the range, asked for when somebody looks. What cannot be had can still be typed. A range
 * up to now moves with every answer: what was found is offered until it is asked for anew.
 */
function useValues(
  datasource: AskingDataSource,
  dimension: Filter['dimension'],
  range: TimeRange | undefined,
) {
  const asking = [dimension, range?.from.valueOf(), range?.to.valueOf()].join('/');
  const asked = useRef<string | undefined>(undefined);
  const [found, setFound] = useState<{ dimension: string; options: SelectableValue<string>[] }>();
  const [isLoading, setLoading] = useState(false);
  const load = () => {
    if (asked.current === asking) {
      return;
    }
    asked.current = asking;
    setLoading(true);
    void datasource
      .values(dimension, range, [])
      .catch(() => [])
      .then((values) => {
        if (asked.current === asking) {
          setFound({ dimension, options: values.map((value) => ({ value, label: value || EMPTY })) });
          setLoading(false);
        }
      });
  };
  return { options: found?.dimension === dimension ? found.options : [], isLoading, load };
}
