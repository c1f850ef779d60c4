import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { CollapsableSection, useStyles2 } from '@grafana/ui';
import { classifiedColumns, macros } from '../../../core/plan';

/** What may stand in the text beside KQL. */
export function KqlHelp() {
  const styles = useStyles2(getStyles);
  const [isOpen, setOpen] = useState(false);
  return (
    <CollapsableSection label="Macros and variables" isOpen={isOpen} onToggle={setOpen}>
      <dl className={styles.list}>
        {Object.values(macros).map(({ usage, meaning }) => (
          <React.Fragment key={usage}>
            <dt>
              <code>{usage}</code>
            </dt>
            <dd>{meaning.replaceAll('`', '')}</dd>
          </React.Fragment>
        ))}
        <dt>
          <code>ApiId in ($api)</code>
        </dt>
        <dd>
          A variable of the dashboard: its values as quoted texts. <code>{'${top:number}'}</code>,{' '}
          <code>{'${step:timespan}'}</code> and <code>{'${by:column}'}</code> are written as that; nothing is ever
          written raw.
        </dd>
        <dt>
          Columns of <code>$__classify</code>
        </dt>
        <dd>{classifiedColumns.join(', ')}</dd>
      </dl>
    </CollapsableSection>
  );
} // prettier-ignore

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: theme.spacing(0.5, 2),
    fontSize: theme.typography.bodySmall.fontSize,
    dd: { margin: 0 },
    dt: { fontWeight: 'normal' },
  }),
});
