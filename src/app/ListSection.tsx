import React, { type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  readonly title: string;
  /** Before the list. */
  readonly lead?: string;
  readonly items: readonly ReactNode[];
  /** Its heading’s, below that of the page or of the part that it is in. */
  readonly level?: 2 | 3;
  /** The order of the items matters. */
  readonly numbered?: boolean;
}

/** A part of a page, or nothing where there is nothing to say. */
export function ListSection({ title, lead, items, numbered = false, level = 2 }: Props) {
  const styles = useStyles2(getStyles);
  if (items.length === 0 && lead === undefined) {
    return null;
  }
  const List = numbered ? 'ol' : 'ul';
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={styles.section}>
      <Heading className={styles.heading}>{title}</Heading>
      {lead !== undefined && <p>{lead}</p>}
      <List>
        {items.map((item, i) => (
          <li key={i}>{item}</li>
        ))}
      </List>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  heading: css({ ...theme.typography.h4 }),
  section: css({
    overflowWrap: 'anywhere',
    'ul, ol': { margin: 0, paddingLeft: theme.spacing(3) },
    li: { marginBottom: theme.spacing(0.5) },
    code: { whiteSpace: 'pre-wrap' },
    a: { color: theme.colors.text.link },
  }),
});
