import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { config } from '@grafana/runtime';
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

/** The text for who comes next, to copy, or to read before. */
export function HandOverText({
  card,
  live,
  scope: {
    source,
    range,
    timeZone,
    address: { where = [] },
  },
}: Props) {
  const styles = useStyles2(getStyles);
  const [isShown, show] = useState(false);
  const address = {
    ds: source?.uid ?? '',
    from: String(range.from.valueOf()),
    to: String(range.to.valueOf()),
    where,
  };
  const link = new URL(pageUrl(card.runbook, address, organisation()), window.location.origin).href;
  const text = () => handOver({ card, live, source: source?.name ?? '', where, range, timeZone, link });
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
        {isShown ? 'Hide hand-over' : 'Show hand-over'}
      </Button>
      {isShown && (
        <pre className={styles.text} aria-label="Hand-over" tabIndex={0}>
          {text()}
        </pre>
      )}
    </>
  );
}

/** Who reads it may be in another organisation just then. */
function organisation(): { readonly orgId?: string } {
  const { orgId } = (config as Partial<typeof config>).bootData?.user ?? {};
  return orgId === undefined ? {} : { orgId: String(orgId) };
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
