import React, { useId, useRef } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Field, TextArea, useStyles2 } from '@grafana/ui';
import { listIn, yamlOf, type CatalogueIssue } from '../../../core/custom-scenarios';
import { settingLabels } from '../../../core/settings';
import { exampleScenario } from './example-scenario';
import { Issues } from './Issues';
import { useDraft } from '../useDraft';

interface Props {
  readonly value: readonly unknown[];
  readonly issues: readonly CatalogueIssue[];
  readonly disabled: boolean;
  readonly onChange: (value: readonly unknown[]) => void;
}

const read = (text: string) => {
  const found = listIn(text);
  return 'list' in found ? { value: found.list } : found;
};

/** Scenarios of a team’s own as YAML or JSON, checked as they are typed. */
export function CustomScenariosField({ value, issues, disabled, onChange }: Props) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const styles = useStyles2(getStyles);
  const { text, problem, type } = useDraft(value, yamlOf, read, onChange);
  return (
    <>
      <Field
        label={settingLabels.customScenarios}
        description="YAML or JSON: a list in the form of the built-in scenarios. They are tried before all of these, unless they say after or replaces. Comments are not kept."
        disabled={disabled}
        invalid={problem !== undefined}
        error={`${problem} What was right before is in force until this is mended.`}
      >
        <TextArea
          ref={area}
          id={`${id}-custom`}
          className={styles.text}
          rows={Math.min(20, Math.max(4, text.split('\n').length))}
          spellCheck={false}
          placeholder="- id: coupon-refused"
          value={text}
          onChange={({ currentTarget }) => type(currentTarget.value)}
        />
      </Field>
      {text.trim() === '' && !disabled && (
        <Button
          className={styles.example}
          type="button"
          size="sm"
          variant="secondary"
          icon="plus"
          onClick={() => {
            area.current?.focus(); // the button goes
            type(exampleScenario);
          }}
        >
          Begin with an example
        </Button>
      )}
      <Issues issues={issues} />
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  example: css({ marginBottom: theme.spacing(2) }),
  text: css({ fontFamily: theme.typography.fontFamilyMonospace }),
});
