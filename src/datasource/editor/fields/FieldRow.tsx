import React, { type ReactNode } from 'react';
import { css } from '@emotion/css';
import { InlineFieldRow, useStyles2 } from '@grafana/ui';

/** Fields side by side: each as wide as it says, and in a narrow pane no wider than that. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return <InlineFieldRow className={styles.row}>{children}</InlineFieldRow>;
}

const getStyles = () => ({
  row: css({
    '& > *, & > div > div > *': { maxWidth: '100%' },
    '& > div > div': { minWidth: 0, flexShrink: 1 },
  }),
});
