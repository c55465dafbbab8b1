# The gateway as a server of its own, for backends in any language: docs/serve.md has its settings.
#   docker build -t codat-gateway .
#   docker run --read-only --env-file gateway.env -p 8080:8080 codat-gateway
FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm pack --ignore-scripts --pack-destination /tmp
# What the package needs at run time, and the client of Redis.
RUN npm install --prefix /app --omit=dev --ignore-scripts --no-audit --no-fund \
  /tmp/codat-connect-elements-*.tgz redis@6

# No shell, no package manager, no user of its own but `nonroot`. Nothing is written to disk.
FROM gcr.io/distroless/nodejs22-debian12:nonroot
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
EXPOSE 8080 8081
STOPSIGNAL SIGTERM
CMD ["node_modules/codat-connect-elements/dist/cli/index.js", "serve"]
