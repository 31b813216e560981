# claimcheck in a container: docker run --rm -v "$PWD:/copy" claimcheck file .
FROM python:3.12-slim AS build
WORKDIR /src
COPY . .
RUN python -m pip wheel --no-cache-dir --wheel-dir /wheels .

FROM python:3.12-slim
COPY --from=build /wheels /wheels
RUN python -m pip install --no-cache-dir --no-index --find-links /wheels claimcheck && rm -rf /wheels \
    && useradd --create-home checker
USER checker
WORKDIR /copy
ENTRYPOINT ["claimcheck"]
CMD ["--help"]
