import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2 } from '@grafana/ui';
import type { PlacedLevel } from './levels';

interface Props {
  readonly levels: readonly PlacedLevel[];
  readonly height: number;
}

/** The names of lines, at their right end; on hover and on focus they say what it means to be there. */
export function LevelLabels({ levels, height }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {levels
        .filter(({ isNamed }) => isNamed)
        .map(({ value, y, label, meaning, isStrong }) => (
          <Tooltip key={value} content={meaning} placement="left">
            <button
              type="button"
              className={cx(styles.label, isStrong && styles.strong)}
              style={{ bottom: height - y }}
              aria-label={`${label}: ${meaning}`}
            >
              {label}
            </button>
          </Tooltip>
        ))}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  label: css({
    position: 'absolute',
    right: 2,
    padding: theme.spacing(0, 0.5),
    border: 0,
    background: theme.colors.background.primary,
    whiteSpace: 'nowrap',
    lineHeight: 1.3,
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
    cursor: 'help',
  }),
  strong: css({
    color: theme.colors.text.maxContrast,
    fontWeight: theme.typography.fontWeightBold,
  }),
});
