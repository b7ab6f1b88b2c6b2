# One image for web, worker and the `glimpse` command. Node comes with the base image, so the packages that bring it to
# `npm start` (optional dependencies) stay out.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /glimpse
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY app app
COPY public public
COPY server server
COPY remix.config.js tailwind.config.ts tsconfig.json vite.config.ts ./
COPY scripts/shipped-packages.ts scripts/
RUN node node_modules/@remix-run/dev/dist/cli.js vite:build --logLevel warn
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
# perl runs exiftool; npm and yarn have nothing to do here.
RUN apt-get update \
 && apt-get install -y --no-install-recommends perl \
 && rm -rf /var/lib/apt/lists/* /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /opt/yarn* \
 # A named volume takes its owner from the folder that it is first mounted on.
 && install -d -o node -g node /data /models /milvus
WORKDIR /glimpse
ENV NODE_ENV=production NODE_OPTIONS="--disable-warning=ExperimentalWarning" \
    GLIMPSE_DATA=/data GLIMPSE_HOST=0.0.0.0 GLIMPSE_PORT=3000
COPY --from=build /glimpse/package.json ./
COPY --from=build /glimpse/node_modules node_modules
COPY --from=build /glimpse/build build
COPY --from=build /glimpse/server server
COPY worker worker
COPY cli cli
USER node
EXPOSE 3000
VOLUME /data
CMD ["node", "server/main.ts"]
