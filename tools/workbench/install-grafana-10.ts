/** npm run setup:grafana-10: the libraries of the oldest Grafana, for `GRAFANA=10 npm start` and the browser tests. */
import { installGrafana10 } from './libraries';

process.exit(installGrafana10());
