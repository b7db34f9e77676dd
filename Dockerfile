# Identity Explorer as a container, with the embedded database in the volume /data. It runs as a user without rights and
# needs a token, since others reach it:
#
#   docker build -t identity-explorer .
#   docker run -p 127.0.0.1:7070:7070 -v identity-explorer:/data -e EXPLORER_TOKEN identity-explorer
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY src/main src/main
COPY cypher cypher
COPY web web
RUN mvn -q -B -ntp -Dmaven.test.skip=true package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --create-home --home-dir /data explorer
COPY --from=build /build/target/identity-explorer.jar /opt/identity-explorer/
COPY --from=build /build/target/lib /opt/identity-explorer/lib
COPY LICENSE /opt/identity-explorer/
USER 10001
ENV EXPLORER_STORE=/data/store EXPLORER_LOG_FORMAT=json
VOLUME /data
EXPOSE 7070
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/7070 && printf 'GET /health HTTP/1.1\\r\\nHost: 127.0.0.1:7070\\r\\nConnection: close\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"up\"' <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=/data", "-jar", "/opt/identity-explorer/identity-explorer.jar"]
CMD ["serve", "--host", "0.0.0.0", "--no-open"]
