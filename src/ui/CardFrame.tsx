import React, { useLayoutEffect, useRef, type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/**
 * A card that opened beside what was clicked. It takes the focus, so that Tab goes through its links and a screen reader
 * reads it, and gives it back when it closes.
 */
export function CardFrame({ title, children }: Props) {
  const styles = useStyles2(getStyles);
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = card.current;
    const focus = () => element?.focus({ preventScroll: true });
    focus();
    // Grafana 10 then moves the focus to the button that closes the card, beside it.
    const later = setTimeout(focus);
    return () => {
      clearTimeout(later);
      const now = document.activeElement;
      if (before instanceof HTMLElement && (now === document.body || element?.contains(now))) {
        before.focus({ preventScroll: true });
      }
    };
  }, []);
  return (
    <div ref={card} className={styles.card} role="dialog" aria-label={title} tabIndex={-1}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    maxWidth: theme.spacing(70),
    maxHeight: '70vh',
    overflow: 'auto',
    overflowWrap: 'anywhere',
    '&:focus': { outline: 'none' },
  }),
  title: css({ ...theme.typography.h5, marginBottom: theme.spacing(0.5), paddingRight: theme.spacing(3) }),
});
