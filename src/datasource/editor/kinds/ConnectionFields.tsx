import React from 'react';
import { InlineFieldRow } from '@grafana/ui';
import type { QueryOf } from '../../../core/query';
import type { EditorProps } from '../editor-props';
import { ChoiceField } from '../fields/ChoiceField';
import { NumberField } from '../fields/NumberField';
import { stepOptions } from '../fields/options';

export function ConnectionFields({ query, set, id }: EditorProps<QueryOf<'connection-failures'>>) {
  return (
    <InlineFieldRow>
      <ChoiceField
        id={id('step')}
        label="Step"
        tooltip="Length of a bucket, aligned in UTC"
        width={12}
        options={stepOptions}
        value={query.step}
        onChange={(step) => set({ step })}
      />
      <NumberField
        id={id('top')}
        label="Hosts at most"
        tooltip="Those with the most failures are shown"
        most={200}
        value={query.top}
        onChange={(top) => set({ top })}
      />
    </InlineFieldRow>
  );
}
