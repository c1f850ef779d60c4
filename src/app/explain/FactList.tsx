import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { CollapsableSection, useStyles2 } from '@grafana/ui';
import type { Fact } from '../../core/explain';

/** What the row says; what the scenario says to look at comes first. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const styles = useStyles2(getStyles);
  const [isOpen, setOpen] = useState(false);
  const sorted = [...facts].sort((a, b) => Number(b.evidence) - Number(a.evidence));
  return (
    <CollapsableSection label={`The row (${facts.length} columns)`} isOpen={isOpen} onToggle={setOpen}>
      <dl className={styles.facts}>
        {sorted.map(({ column, value, meaning, unit, evidence }) => (
          <React.Fragment key={column}>
            <dt title={meaning} className={evidence ? styles.evidence : undefined}>
              {column}
            </dt>
            <dd>
              {value}
              {unit === undefined ? '' : ` ${unit}`}
            </dd>
          </React.Fragment>
        ))}
      </dl>
    </CollapsableSection>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  facts: css({
    display: 'grid',
    gridTemplateColumns: `minmax(0, ${theme.spacing(26)}) minmax(0, 1fr)`,
    gap: theme.spacing(0.5, 2),
    margin: 0,
    overflowWrap: 'anywhere',
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0 },
  }),
  evidence: css({ '&&': { color: theme.colors.text.primary, fontWeight: theme.typography.fontWeightBold } }),
});
