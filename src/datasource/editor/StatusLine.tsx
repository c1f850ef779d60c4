import React from 'react';
import { css } from '@emotion/css';
import { LoadingState, type GrafanaTheme2, type PanelData } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { portalOf, statusOf } from './status';

interface Props {
  readonly refId: string;
  readonly data: PanelData | undefined;
}

/** What the last answer said: what was looked at, what was found, and what is missing from it. */
export function StatusLine({ refId, data }: Props) {
  const styles = useStyles2(getStyles);
  const isLoading = data?.state === LoadingState.Loading;
  const said = data && !isLoading ? statusOf(data, refId) : [];
  const portal = data && !isLoading ? portalOf(data, refId) : undefined;
  return (
    <p role="status" aria-label="Last answer" aria-busy={isLoading} className={styles.line}>
      {isLoading ? 'Asking…' : said.join(' · ')}
      {portal && (
        <>
          {' · '}
          <TextLink href={portal} external inline>
            Same query in the Azure portal
          </TextLink>
        </>
      )}
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    margin: theme.spacing(1, 0, 0),
    minHeight: theme.spacing(2.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
