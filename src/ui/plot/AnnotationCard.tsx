import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { LinkButton, useStyles2 } from '@grafana/ui';
import { CardFrame } from '../CardFrame';
import { appUrl, externalUrl } from '../links';
import type { PanelScope } from '../panel-scope';
import { ScenarioActions } from '../ScenarioActions';
import { ScenarioTexts } from '../ScenarioTexts';
import type { AnnotationLink, AnnotationMark } from './annotation-marks';

interface Props {
  readonly mark: AnnotationMark;
  readonly scope: PanelScope;
  readonly span: string;
}

/** What an annotation says, as text; and what its scenario means where it names one. */
export function AnnotationCard({ mark: { title, text, tags, links, scenario }, scope, span }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <CardFrame title={title}>
      <p className={styles.about}>
        {span}
        {tags.length > 0 && ` · ${tags.join(', ')}`}
      </p>
      {text !== '' && <p className={styles.text}>{text}</p>}
      {scenario ? (
        <>
          <ScenarioTexts card={scenario.card} atMost={2} />
          <ScenarioActions id={scenario.id} card={scenario.card} scope={scope} />
        </>
      ) : (
        <div className={styles.links}>
          {links.map((link) => (
            <AnnotationLinkButton key={link.url} link={link} />
          ))}
        </div>
      )}
    </CardFrame>
  );
}

function AnnotationLinkButton({ link: { title, url } }: { readonly link: AnnotationLink }) {
  const elsewhere = externalUrl(url);
  return (
    <LinkButton
      size="sm"
      variant="secondary"
      {...(elsewhere === undefined
        ? { href: appUrl(url) }
        : { href: elsewhere, target: '_blank', rel: 'noreferrer', icon: 'external-link-alt' as const })}
    >
      {title}
    </LinkButton>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  about: css({ color: theme.colors.text.secondary }),
  text: css({ whiteSpace: 'pre-line' }),
  links: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginTop: theme.spacing(1) }),
});
