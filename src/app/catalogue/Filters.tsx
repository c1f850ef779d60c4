import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { InlineSwitch, Input, Select, useStyles2 } from '@grafana/ui';
import { families, owners } from '../../core/scenarios';
import type { Choice } from './entries';

interface Props {
  readonly choice: Choice;
  readonly choose: (change: Partial<Choice>) => void;
  /** Whether there is a data source that knows what occurs. */
  readonly canCount: boolean;
}

const optionsOf = (titles: Readonly<Record<string, string>>) =>
  Object.entries(titles).map(([value, label]) => ({ value, label }));
const familyOptions = optionsOf(families);
const ownerOptions = optionsOf(owners);

export function Filters({ choice: { search, family, owner, occurring }, choose, canCount }: Props) {
  const styles = useStyles2(getStyles);
  // What is typed is shown at once, whatever the address takes.
  const [typed, setTyped] = useState(search);
  return (
    <div className={styles.filters} role="search">
      <div className={styles.field}>
        <Input
          aria-label="Search scenarios"
          placeholder="Search scenarios"
          value={typed}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            choose({ search: value });
          }}
        />
      </div>
      <div className={styles.field}>
        <Select
          aria-label="Family"
          placeholder="All families"
          isClearable
          options={familyOptions}
          value={family}
          onChange={(option) => choose({ family: option?.value ?? null })}
        />
      </div>
      <div className={styles.field}>
        <Select
          aria-label="Owner"
          placeholder="All owners"
          isClearable
          options={ownerOptions}
          value={owner}
          onChange={(option) => choose({ owner: option?.value ?? null })}
        />
      </div>
      {canCount && (
        <InlineSwitch
          id="gatewaylens-occurring"
          label="Only what occurs in the range"
          showLabel
          value={occurring}
          onChange={({ currentTarget }) => choose({ occurring: currentTarget.checked })}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  filters: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  }),
  field: css({ width: theme.spacing(28), maxWidth: '100%' }),
});
