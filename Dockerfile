# The shipped program in an image with nothing else in it: no shell, no libraries, no user but a number.
#
#   docker build --tag backup-worksheets .
#   docker run --rm --read-only --user "$(id -u)" --volume "$PWD:/work" backup-worksheets generate topology.xml --output out
#
# docs/release.md says what of this is tested, and how. A digest after the tag makes the first stage exact.
ARG SWIFT_IMAGE=swift:6.3.1-bookworm

FROM ${SWIFT_IMAGE} AS build
WORKDIR /source
COPY . .
RUN Scripts/image-root /image

FROM scratch
LABEL org.opencontainers.image.title="backup-worksheets" \
      org.opencontainers.image.description="Backup and restoration worksheets for Lync Server and Skype for Business Server" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /image/ /
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/usr/bin/backup-worksheets"]
