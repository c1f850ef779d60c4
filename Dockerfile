# Grafana with the plugin built and provisioned on demo data: docker compose up
FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY . .
RUN npm run build

FROM grafana/grafana:10.1.9-ubuntu
USER root
RUN apt-get update && apt-get install --yes --no-install-recommends libstdc++6 && rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build /build/dist /opt/gatewaylens/plugins/gatewaylens-apim-app
COPY provisioning /etc/grafana/provisioning
USER grafana
ENV GF_PATHS_PLUGINS=/opt/gatewaylens/plugins \
    GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS=gatewaylens-apim-app,gatewaylens-apim-datasource,gatewaylens-apimerrors-panel,gatewaylens-apimtiming-panel,gatewaylens-apimconnections-panel
