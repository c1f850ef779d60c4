import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, useStyles2 } from '@grafana/ui';
import type { PolicySnippet } from '../core/scenarios';

interface Props {
  readonly policies: readonly PolicySnippet[];
  /** Its heading’s. */
  readonly level?: 3 | 4;
}

/** Policies to copy and to adapt, as text. */
export function PolicyList({ policies, level = 3 }: Props) {
  const styles = useStyles2(getStyles);
  const Heading = level === 3 ? 'h3' : 'h4';
  return policies.length === 0 ? null : (
    <section className={styles.section}>
      <Heading className={styles.title}>{policies.length === 1 ? 'As a policy' : 'As policies'}</Heading>
      <p>
        Names, addresses and numbers are examples: put your own in their place, and try it before it goes
        live.
      </p>
      {policies.map(({ title, xml }) => (
        <figure key={title} className={styles.policy}>
          <figcaption>{title}</figcaption>
          <ClipboardButton
            icon="copy"
            variant="secondary"
            size="sm"
            getText={() => xml}
            aria-label={`Copy policy: ${title}`}
          >
            Copy
          </ClipboardButton>
          <pre tabIndex={0} aria-label={`Policy: ${title}`}>
            {xml}
          </pre>
        </figure>
      ))}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ '& > p': { color: theme.colors.text.secondary, marginBottom: theme.spacing(1) } }),
  title: css({ ...theme.typography.h5 }),
  policy: css({
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    alignItems: 'end',
    gap: theme.spacing(0.5, 1),
    margin: theme.spacing(0, 0, 2),
    pre: {
      gridColumn: '1 / -1',
      margin: 0,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontSize: theme.typography.bodySmall.fontSize,
    },
  }),
});
