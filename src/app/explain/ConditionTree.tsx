import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import type { Condition } from '../../core/explain';

const HEADS = {
  all: 'all of these hold:',
  any: 'at least one of these holds:',
  not: 'this does not hold:',
} as const;

/** A condition and whether it held, told by a sign and a word, too; its parts below it. */
export function ConditionTree({ condition }: { readonly condition: Condition }) {
  const styles = useStyles2(getStyles);
  const { holds } = condition;
  return (
    <li className={styles.condition}>
      <Icon
        name={holds ? 'check' : 'times'}
        title={holds ? 'held' : 'did not hold'}
        aria-label={holds ? 'held:' : 'did not hold:'}
        className={cx(styles.sign, holds ? styles.held : styles.failed)}
      />
      <div className={styles.text}>
        {condition.kind === 'comparison' ? (
          <>
            <code>{condition.column}</code> {condition.says}{' '}
            <span className={styles.seen}>
              (it is {condition.seen === '' ? 'empty' : <code>{condition.seen}</code>})
            </span>
          </>
        ) : (
          <>
            {HEADS[condition.kind]}
            <ul className={styles.parts}>
              {condition.parts.map((part, i) => (
                <ConditionTree key={i} condition={part} />
              ))}
            </ul>
          </>
        )}
      </div>
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  condition: css({ display: 'flex', gap: theme.spacing(1), marginBottom: theme.spacing(0.5) }),
  sign: css({ flexShrink: 0, marginTop: theme.spacing(0.25) }),
  held: css({ color: theme.colors.success.text }),
  failed: css({ color: theme.colors.text.secondary }),
  text: css({ minWidth: 0, overflowWrap: 'anywhere', code: { whiteSpace: 'pre-wrap' } }),
  seen: css({ color: theme.colors.text.secondary }),
  parts: css({ listStyle: 'none', marginTop: theme.spacing(0.5) }),
});
