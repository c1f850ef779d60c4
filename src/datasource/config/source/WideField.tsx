import React, { type ComponentProps } from 'react';
import { css } from '@emotion/css';
import { InlineField } from '@grafana/ui';

/** Width of the input, in Grafana’s units. */
export const WIDE = 50;

interface Props {
  readonly label: string;
  readonly tooltip?: string;
  readonly labelWidth?: number;
  readonly disabled: boolean;
  readonly children: ComponentProps<typeof InlineField>['children'];
}

/** A labelled field as wide as an address. Where there is less room, it becomes narrower and its label goes above it. */
export function WideField({ tooltip, labelWidth = 24, ...field }: Props) {
  return (
    <InlineField labelWidth={labelWidth} className={narrower} {...field} {...(tooltip ? { tooltip } : {})} />
  );
}

const narrower = css({
  maxWidth: '100%',
  flexWrap: 'wrap',
  '& > div': { maxWidth: '100%' },
  '& > div > *': { maxWidth: '100%' },
  // A secret’s input stands in a group with the button that resets it.
  '& > div > * > *, & > div > * > * > *': { maxWidth: '100%' },
});
