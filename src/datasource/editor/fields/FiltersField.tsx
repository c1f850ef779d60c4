import React, { useRef, useState } from 'react';
import type { TimeRange } from '@grafana/data';
import { Button } from '@grafana/ui';
import type { Filter } from '../../../core/query';
import type { AskingDataSource } from '../../asking-data-source';
import { FilterRow } from './FilterRow';

interface Props {
  readonly id: (name: string) => string;
  readonly datasource: AskingDataSource;
  readonly range: TimeRange | undefined;
  readonly value: readonly Filter[];
  /** @param isWhole false while a new filter has no values, which is nothing to run */
  readonly onChange: (value: readonly Filter[], isWhole: boolean) => void;
}

const newFilter: Filter = { dimension: 'api', op: 'in', values: [] };

export function FiltersField({ id, datasource, range, value, onChange }: Props) {
  const [added, setAdded] = useState<number>();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      {value.map((filter, index) => (
        <FilterRow
          key={index}
          id={id(`filter-${index}`)}
          datasource={datasource}
          range={range}
          filter={filter}
          isNew={index === added}
          onChange={(changed) =>
            onChange(
              value.map((one, i) => (i === index ? changed : one)),
              true,
            )
          }
          onRemove={() => {
            setAdded(undefined);
            button.current?.focus(); // else the focus is lost with the row
            onChange(
              value.filter((_, i) => i !== index),
              true,
            );
          }}
        />
      ))}
      <Button
        ref={button}
        type="button"
        size="sm"
        variant="secondary"
        icon="plus"
        onClick={() => {
          setAdded(value.length);
          onChange([...value, newFilter], false);
        }}
      >
        Filter
      </Button>
    </>
  );
}
