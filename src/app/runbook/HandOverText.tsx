import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, ClipboardButton, useStyles2 } from '@grafana/ui';
import type { ScenarioCard } from '../../core/frames';
import { pageUrl } from '../scope/address';
import type { Scope } from '../scope/use-scope';
import { handOver } from './hand-over';
import type { Live } from './live';

interface Props {
  readonly card: ScenarioCard;
  readonly live: Live;
  readonly scope: Scope;
}

/** The text for who comes next, to copy or to read first. */
export function HandOverText({ card, live, scope: { source, range, timeZone } }: Props) {
  const styles = useStyles2(getStyles);
  const [isShown, show] = useState(false);
  const address = {
    ds: source?.uid ?? '',
    from: String(range.from.valueOf()),
    to: String(range.to.valueOf()),
  };
  const link = new URL(pageUrl(card.runbook, address), window.location.origin).href;
  const text = () => handOver({ card, live, source: source?.name ?? '', range, timeZone, link });
  return (
    <>
      <ClipboardButton icon="copy" variant="secondary" size="sm" getText={text}>
        Copy hand-over
      </ClipboardButton>
      <Button
        variant="secondary"
        size="sm"
        fill="text"
        aria-expanded={isShown}
        onClick={() => show(!isShown)}
      >
        {isShown ? 'Hide hand-over' : 'Read it first'}
      </Button>
      {isShown && (
        <pre className={styles.text} aria-label="Hand-over" tabIndex={0}>
          {text()}
        </pre>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  text: css({
    flexBasis: '100%',
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
