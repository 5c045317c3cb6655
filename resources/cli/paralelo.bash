# Generated from the commands themselves by `npm run cli-documents`.
_paralelo() {
  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" at= each next
  for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [ "$each" = -- ] && { COMPREPLY=($(compgen -f -- "$word")); return; }
    case "$at$each" in
      "runtimes") at="runtimes " ;;
      "ps") at="ps " ;;
      "record") at="record " ;;
      "inspect") at="inspect " ;;
      "run") at="run " ;;
      "twin") at="twin " ;;
      "bench") at="bench " ;;
      "bench startup") at="bench startup " ;;
      "bench memory") at="bench memory " ;;
      "bench speed") at="bench speed " ;;
      "bench portability") at="bench portability " ;;
      "bench density") at="bench density " ;;
      "bench limits") at="bench limits " ;;
      "bench isolation") at="bench isolation " ;;
      "bench presets") at="bench presets " ;;
      "claims") at="claims " ;;
      "conformance") at="conformance " ;;
      "history") at="history " ;;
      "show") at="show " ;;
      "export") at="export " ;;
      "import") at="import " ;;
      "data-folder") at="data-folder " ;;
      "serve") at="serve " ;;
      "metrics") at="metrics " ;;
      "clean") at="clean " ;;
    esac
  done
  case "$at$before" in
    "runtimes --set-path" | "run --module" | "run --stdin" | "twin --stdin" | "bench startup --module" | "bench startup --stdin" | "bench startup --save" | "bench memory --save" | "bench speed --save" | "bench portability --module" | "bench portability --stdin" | "bench portability --save" | "bench density --save" | "bench limits --save" | "export --output") COMPREPLY=($(compgen -f -- "$word")); return ;;
    "runtimes --clear-path" | "ps --sort" | "ps --filter" | "ps --period" | "ps --memory" | "record --for" | "record --interval" | "run --runtime" | "run --image" | "run --memory" | "run --cpus" | "run --pids-limit" | "run --timeout" | "run --fuel" | "run --env" | "run --volume" | "run --network" | "run --platform" | "run --period" | "run --cap-add" | "run --read-only" | "run --security-opt" | "twin --runtimes" | "twin --memory" | "twin --cpus" | "twin --pids-limit" | "twin --timeout" | "twin --fuel" | "twin --env" | "twin --volume" | "twin --network" | "twin --platform" | "twin --period" | "twin --cap-add" | "twin --read-only" | "twin --security-opt" | "bench startup --also" | "bench startup --image" | "bench startup --image-args" | "bench startup --module-args" | "bench startup --ignore" | "bench startup --timeout" | "bench startup --env" | "bench startup --volume" | "bench startup --network" | "bench startup --runtimes" | "bench startup --runs" | "bench startup --warm-ups" | "bench startup --seed" | "bench startup --time" | "bench startup --width" | "bench memory --to" | "bench memory --step" | "bench memory --memory" | "bench memory --runtimes" | "bench memory --runs" | "bench memory --warm-ups" | "bench memory --seed" | "bench memory --time" | "bench memory --width" | "bench speed --kernels" | "bench speed --runtimes" | "bench speed --runs" | "bench speed --warm-ups" | "bench speed --seed" | "bench speed --time" | "bench speed --width" | "bench portability --image" | "bench portability --image-args" | "bench portability --module-args" | "bench portability --ignore" | "bench portability --timeout" | "bench portability --env" | "bench portability --volume" | "bench portability --network" | "bench portability --runtimes" | "bench portability --runs" | "bench portability --warm-ups" | "bench portability --seed" | "bench portability --time" | "bench portability --width" | "bench density --instances" | "bench density --hold" | "bench density --leave-free" | "bench density --runtimes" | "bench density --runs" | "bench density --warm-ups" | "bench density --seed" | "bench density --time" | "bench density --width" | "bench limits --runtimes" | "bench limits --runs" | "bench limits --warm-ups" | "bench limits --seed" | "bench limits --time" | "bench limits --width" | "bench isolation --runtimes" | "bench isolation --set" | "bench isolation --attempts" | "bench presets --runtimes" | "bench presets --runs" | "claims --lang" | "conformance --runtimes" | "history --limit" | "history --kind" | "history --runtime" | "history --workload" | "history --outcome" | "history --tag" | "history --text" | "history --since" | "history --trend" | "history --measure" | "export --format" | "serve --port" | "metrics --listen" | "metrics --format") COMPREPLY=($(compgen -W "" -- "$word")); return ;;
    "run --workload") COMPREPLY=($(compgen -W "grow hello spin sum" -- "$word")); return ;;
  esac
  case "$at" in
    "") next="runtimes ps record inspect run twin bench claims conformance history show export import data-folder serve metrics clean --version --help" ;;
    "runtimes ") next="--set-path --clear-path --json --help" ;;
    "ps ") next="--all --once --json --ndjson --sort --filter --period --memory --help" ;;
    "record ") next="--for --interval --list --stop --json --help" ;;
    "inspect ") next="--json --help" ;;
    "run ") next="--runtime --workload --image --module --memory --cpus --pids-limit --timeout --fuel --env --volume --network --stdin --platform --period --best-effort --trace-calls --cap-add --read-only --security-opt --json --ndjson --help" ;;
    "twin ") next="--runtimes --memory --cpus --pids-limit --timeout --fuel --env --volume --network --stdin --platform --period --best-effort --trace-calls --cap-add --read-only --security-opt --json --ndjson --help" ;;
    "bench ") next="startup memory speed portability density limits isolation presets --help" ;;
    "bench startup ") next="--also --cold-page-cache --image --image-args --module --module-args --ignore --timeout --env --volume --network --stdin --runtimes --runs --warm-ups --seed --time --width --save --json --help" ;;
    "bench memory ") next="--to --step --no-touch --memory --runtimes --runs --warm-ups --seed --time --width --save --json --help" ;;
    "bench speed ") next="--kernels --runtimes --runs --warm-ups --seed --time --width --save --json --help" ;;
    "bench portability ") next="--image --image-args --module --module-args --ignore --timeout --env --volume --network --stdin --runtimes --runs --warm-ups --seed --time --width --save --json --help" ;;
    "bench density ") next="--instances --hold --leave-free --no-shared-host --runtimes --runs --warm-ups --seed --time --width --save --json --help" ;;
    "bench limits ") next="--runtimes --runs --warm-ups --seed --time --width --save --json --help" ;;
    "bench isolation ") next="--runtimes --set --attempts --json --markdown --help" ;;
    "bench presets ") next="--runtimes --runs --json --markdown --help" ;;
    "claims ") next="--lang --json --markdown --help" ;;
    "conformance ") next="--runtimes --json --markdown --help" ;;
    "history ") next="--limit --kind --runtime --workload --outcome --tag --text --since --removed --trend --measure --json --help" ;;
    "show ") next="--json --help" ;;
    "export ") next="--format --output --help" ;;
    "import ") next="--json --help" ;;
    "data-folder ") next="--copy --new --json --help" ;;
    "serve ") next="--port --json --help" ;;
    "metrics ") next="--once --listen --format --help" ;;
    "clean ") next="--json --help" ;;
  esac
  COMPREPLY=($(compgen -W "$next" -- "$word"))
  [ "${#COMPREPLY[@]}" -gt 0 ] || COMPREPLY=($(compgen -f -- "$word"))
}
complete -o filenames -F _paralelo paralelo
