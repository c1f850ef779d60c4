import React, { type ReactNode } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

interface Props {
  readonly isGood?: boolean;
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

/** What a panel says in the place of a graph. Good news looks like it. */
export function PanelMessage({ isGood = false, width, height, children }: Props) {
  const styles = useStyles2(getStyles);
  const isSmall = height < 80 || width < 240;
  return (
    <div
      className={cx(styles.message, isGood && styles.good, isSmall && styles.small)}
      style={{ width, height }}
      role="status"
    >
      {isGood && <Icon name="check-circle" size={isSmall ? 'md' : 'xl'} />}
      <span>{children}</span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  message: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1),
    overflow: 'auto',
    textAlign: 'center',
    color: theme.colors.text.secondary,
  }),
  good: css({ ...theme.typography.h4, color: theme.colors.success.text }),
  small: css({ fontSize: theme.typography.bodySmall.fontSize, lineHeight: 1.3 }),
});
