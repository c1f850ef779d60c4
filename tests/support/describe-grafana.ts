import { Grafana, type Surroundings } from './grafana';

const { GRAFANA_HOME: home, GRAFANA_URL: url } = process.env;

/**
 * Tests in a real Grafana. GRAFANA_HOME names an unpacked Grafana, which is started with what provisioning/ says;
 * GRAFANA_URL names one that runs, with the plugin, the provisioned data source, anonymous viewers and public dashboards
 * in it; the tests leave dashboards, data sources and organisations there. Without either they are skipped, which is said.
 * @param subPath where a Grafana that is started here lives
 * @param surroundings of one that must be started, because what runs has others
 */
export function describeGrafana(
  title: string,
  subPath: string,
  tests: (grafana: () => Grafana) => void,
  surroundings?: () => Promise<Surroundings>,
): void {
  if (home === undefined && (url === undefined || surroundings)) {
    const reason =
      url === undefined
        ? 'neither GRAFANA_HOME nor GRAFANA_URL is set'
        : 'one with surroundings of its own must be started, and GRAFANA_HOME is not set';
    process.stderr.write(`skipped: ${title}: ${reason}\n`);
    describe.skip(`${title} (skipped: ${reason})`, () => {
      it('needs a Grafana', () => undefined);
    });
    return;
  }
  describe(title, () => {
    let grafana: Grafana | undefined;
    beforeAll(async () => {
      grafana =
        url === undefined || surroundings
          ? await Grafana.start(home!, subPath, await surroundings?.())
          : await Grafana.at(url);
    });
    afterAll(() => grafana?.stop());
    tests(() => grafana!);
  });
}
