import React, { useId } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Field, IconButton, InlineField, Input, Select, TextArea, useStyles2 } from '@grafana/ui';
import { owners, type Owner, type Scenario } from '../../../core/scenarios';
import { isObject } from '../edited-settings';
import { Rows } from '../Rows';
import { useDraft } from '../useDraft';

interface Props {
  readonly title: string;
  readonly value: unknown;
  /** The scenario with what is said here already; undefined where it is not in force. */
  readonly usual: Scenario | undefined;
  readonly disabled: boolean;
  readonly onChange: (value: object) => void;
  readonly onRemove: () => void;
}

const ownerOptions = (Object.keys(owners) as Owner[]).map((value) => ({ value, label: owners[value] }));
const noLink = { title: '', url: '' };

/** Another owner, other remedies and other links for one scenario. What is left empty stays as it is. */
export function OverrideCard({ title, value, usual, disabled, onChange, onRemove }: Props) {
  const id = useId();
  const styles = useStyles2(getStyles);
  const given = isObject(value) ? value : {};
  const set = (change: object) =>
    onChange(
      Object.fromEntries(Object.entries({ ...given, ...change }).filter(([, one]) => one !== undefined)),
    );
  const remedies = useDraft(listOf(given.remediation, isText), linesOf, read, (steps) =>
    set({ remediation: steps.length > 0 ? steps : undefined }),
  );
  return (
    <div role="group" aria-label={title} className={styles.card}>
      <div className={styles.head}>
        <h6>{title}</h6>
        {!disabled && (
          <IconButton name="times" tooltip={`Remove what is said of “${title}”`} onClick={onRemove} />
        )}
      </div>
      <Field label="Owner" disabled={disabled}>
        <Select
          inputId={`${id}-owner`}
          width={32}
          isClearable
          placeholder={usual ? owners[usual.owner] : 'as it is'}
          options={ownerOptions}
          value={ownerOptions.find((option) => option.value === given.owner) ?? null}
          onChange={(chosen) => set({ owner: chosen?.value })}
        />
      </Field>
      <Field
        label="What to do"
        description="One remedy on each line, the usual one first."
        disabled={disabled}
      >
        <TextArea
          id={`${id}-remediation`}
          rows={3}
          placeholder={usual?.remediation.join('\n')}
          value={remedies.text}
          onChange={({ currentTarget }) => remedies.type(currentTarget.value)}
        />
      </Field>
      <Rows
        noun="link"
        rows={listOf(given.links, isObject) as readonly (typeof noLink)[]}
        added={noLink}
        disabled={disabled}
        onChange={(links) => set({ links: links.length > 0 ? links : undefined })}
      >
        {(link, change, i) => (
          <>
            <InlineField label="Title" disabled={disabled}>
              <Input
                id={`${id}-link-${i}`}
                width={24}
                value={link.title ?? ''}
                onChange={({ currentTarget }) => change({ title: currentTarget.value })}
              />
            </InlineField>
            <InlineField label="Address" disabled={disabled}>
              <Input
                id={`${id}-address-${i}`}
                width={44}
                placeholder="https://"
                value={link.url ?? ''}
                onChange={({ currentTarget }) => change({ url: currentTarget.value })}
              />
            </InlineField>
          </>
        )}
      </Rows>
    </div>
  );
}

const isText = (one: unknown): one is string => typeof one === 'string';

function listOf<T>(given: unknown, is: (one: unknown) => one is T): readonly T[] {
  return Array.isArray(given) ? given.filter(is) : [];
}

const linesOf = (lines: readonly string[]) => lines.join('\n');

const read = (text: string) => ({
  value: text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
});

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.borderRadius(1),
    padding: theme.spacing(2),
    marginBottom: theme.spacing(2),
  }),
  head: css({ display: 'flex', justifyContent: 'space-between' }),
});
