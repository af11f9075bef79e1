# One image for the web process and the worker. PostgreSQL runs beside it: see compose.yaml.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY bin/setup bin/setup
RUN node bin/setup
COPY . .
# PostgreSQL lives elsewhere, so its optional packages stay behind, as do the tools that only build.
RUN node bin/setup --build && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production PATH=/app/bin:$PATH PORT=3000 DATA_DIR=/var/lib/plein KEY_FILE=/var/lib/plein/keys
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/bin bin
COPY --from=build /app/db db
COPY --from=build /app/dist dist
COPY --from=build /app/node_modules node_modules
RUN mkdir -p /var/lib/plein && chown node:node /var/lib/plein && chmod 700 /var/lib/plein
USER node
VOLUME /var/lib/plein
EXPOSE 3000
STOPSIGNAL SIGTERM
CMD ["plein", "start"]
