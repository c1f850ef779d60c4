import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { amount } from '../../core/amount';
import type { RowError } from '../../core/explain';

/** The first error beside the last, which alone decides what the caller sees; those between are counted. */
export function ErrorList({ errors }: { readonly errors: readonly RowError[] }) {
  const styles = useStyles2(getStyles);
  const [first, ...others] = errors;
  const last = others.at(-1);
  const between = others.length - 1;
  return (
    <section>
      <h3 className={styles.heading}>{last ? 'Errors' : 'Error'}</h3>
      <div className={styles.errors}>
        {first && <OneError title={last ? 'First' : undefined} error={first} />}
        {last && <OneError title="Last" error={last} />}
      </div>
      {between > 0 && <p>{between === 1 ? 'One more' : `${between} more`} between them.</p>}
    </section>
  );
}

interface Props {
  readonly title: string | undefined;
  readonly error: RowError;
}

function OneError({ title, error: { reason, message, source, section, elapsed } }: Props) {
  const styles = useStyles2(getStyles);
  const places = [source, section].filter((text) => text !== '').join(', in ');
  return (
    <div className={styles.error}>
      {title !== undefined && <h4 className={styles.title}>{title}</h4>}
      <strong>{reason === '' ? '(no reason)' : reason}</strong>
      {message !== '' && <p className={styles.message}>{message}</p>}
      <small>
        {[places, elapsed === null ? '' : `after ${amount(elapsed)} ms`]
          .filter((text) => text !== '')
          .join(', ')}
      </small>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  heading: css({ ...theme.typography.h4 }),
  title: css({ ...theme.typography.h5 }),
  errors: css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${theme.spacing(36)}), 1fr))`,
    gap: theme.spacing(2),
  }),
  error: css({
    borderLeft: `3px solid ${theme.colors.border.strong}`,
    paddingLeft: theme.spacing(1),
    overflowWrap: 'anywhere',
  }),
  message: css({ fontFamily: theme.typography.fontFamilyMonospace }),
});
