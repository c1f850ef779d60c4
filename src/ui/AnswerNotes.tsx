import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, Toggletip, useStyles2 } from '@grafana/ui';
import type { Note } from './answer-notes';
import { CardFrame } from './CardFrame';

const HEIGHT = 24;

/** Pixels that the line takes. */
export const notesHeight = (notes: readonly Note[], height: number) =>
  notes.length > 0 && height >= 4 * HEIGHT ? HEIGHT : 0;

const icons = { info: 'clock-nine', warning: 'exclamation-triangle', error: 'exclamation-circle' } as const;

/** One line below what it is about; it opens all of it. */
export function AnswerNotes({ notes }: { readonly notes: readonly Note[] }) {
  const styles = useStyles2(getStyles);
  const [first, ...more] = notes;
  return first === undefined ? null : (
    <Toggletip content={<AllNotes notes={notes} />} placement="top-start">
      <button type="button" className={styles.line}>
        <Icon name={icons[first.severity]} size="sm" className={styles[first.severity]} />
        <span className={styles.text}>{first.text}</span>
        {more.length > 0 && <span className={styles.more}>+{more.length} more</span>}
      </button>
    </Toggletip>
  );
}

function AllNotes({ notes }: { readonly notes: readonly Note[] }) {
  return (
    <CardFrame title="About these numbers">
      {notes.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
    </CardFrame>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    flexShrink: 0,
    width: '100%',
    height: HEIGHT,
    padding: theme.spacing(0, 0.5),
    border: 0,
    background: 'none',
    textAlign: 'left',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
  text: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  more: css({ whiteSpace: 'nowrap', color: theme.colors.text.link }),
  info: css({ flexShrink: 0 }),
  warning: css({ flexShrink: 0, color: theme.colors.warning.text }),
  error: css({ flexShrink: 0, color: theme.colors.error.text }),
});
