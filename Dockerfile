# The bot as a container. Settings come from the environment; the stories may be mounted at /app/corpus.

FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-slim
ENV NODE_ENV=production
# Within the container: what is published decides who reaches it.
ENV HOST=0.0.0.0
WORKDIR /app
COPY package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY data data
COPY corpus corpus
USER node
# Without a port there is nothing to ask, and the process's own end says enough.
HEALTHCHECK --start-period=30s CMD ["node", "-e", "const port = process.env.PORT; if (port) fetch(`http://127.0.0.1:${port}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/main.js"]
