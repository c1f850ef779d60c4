# What docker-compose.yaml starts, and the packages: docker build --target package --output packages .
FROM node:22.23.3-bookworm-slim AS tools
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        binutils-aarch64-linux-gnu binutils-x86-64-linux-gnu ca-certificates unzip \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
# Packages are installed anew only when these change.
COPY package.json package-lock.json .npmrc ./
COPY tools/run.mjs tools/
RUN node tools/run.mjs true
COPY . .
# The date in the packages, seconds since 1970.
ARG SOURCE_DATE_EPOCH

# Both zips, of exactly the pinned versions.
FROM tools AS packages
RUN npm run package
FROM scratch AS package
COPY --from=packages /build/packages /

# The plugin for this machine, unpacked. Debian may have replaced what is pinned.
FROM tools AS plugin
RUN npm run package -- --arch "$(dpkg --print-architecture)" --newest-debian && unzip -q packages/*.zip -d /plugins

# A stand-in for Azure Log Analytics that runs the queries.
FROM tools AS workspace
RUN apt-get update \
    && apt-get install --yes --no-install-recommends python3-venv \
    && rm -rf /var/lib/apt/lists/*
RUN npm run setup:kql && npm run --silent cli -- --help >/dev/null
RUN mkdir /shared && chown node /shared
USER node
CMD ["sh", "-c", "rm -rf /shared/* && cp -r provisioning/. /shared && exec node_modules/.bin/tsx tests/support/fake-workspace/main.ts 8443 /shared/datasources/log-analytics.yaml"]

# Grafana’s own image with the plugin: it runs as the user “grafana”, and on Alpine.
FROM grafana/grafana:10.1.9 AS grafana
COPY --from=plugin /plugins /opt/gatewaylens/plugins
COPY provisioning /etc/grafana/provisioning
ENV GF_PATHS_PLUGINS=/opt/gatewaylens/plugins \
    GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS=gatewaylens-apim-app,gatewaylens-apim-datasource,gatewaylens-apimerrors-panel,gatewaylens-apimtiming-panel,gatewaylens-apimconnections-panel
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s \
    CMD wget -q -O /dev/null http://127.0.0.1:3000/api/health || exit 1
