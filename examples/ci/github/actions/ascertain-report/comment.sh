#!/usr/bin/env bash
# Writes a report into the one comment that a pull request has of it: comment.sh NAME REPORT
#
# The comment is found again by the marker that begins every report, by NAME, and by its AUTHOR: anybody may write a
# comment that looks like it. It is never the gate: if it cannot be written, this warns and ends well.
set -euo pipefail

name=$1 report=$2
limit=60000 # characters; GitHub takes 65,536
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

give_up() {
  echo "::warning title=Ascertain::The comment was not written: $1. The report is in the summary of this run."
  exit 0
}

# call METHOD PATH [DATA] leaves the answer in $work/answer. The token is in no argument, where ps would show it.
call() {
  local status options=(--request "$1")
  [[ $1 == POST ]] || options+=(--retry 3) # a POST that seems lost may have arrived
  [[ $# == 2 ]] || options+=(--data-binary "@$3")
  status=$(curl --silent --show-error --max-time 30 "${options[@]}" \
    --header @<(printf 'Authorization: Bearer %s\n' "$GITHUB_TOKEN") \
    --header 'Accept: application/vnd.github+json' --header 'X-GitHub-Api-Version: 2022-11-28' \
    --output "$work/answer" --write-out '%{http_code}' \
    "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/$2") || give_up "GitHub could not be reached"
  [[ $status == 2?? ]] || give_up "GitHub answered $status"
}

# Sets id to that of the comment; to nothing if there is none yet.
find_comment() {
  local page=1
  while true; do
    call GET "issues/$number/comments?per_page=100&page=$page"
    id=$(jq --raw-output --arg author "$AUTHOR" --arg name "$name_line" '
      [.[] | select(.user.login == $author)
           | select(.body | startswith("<!-- ascertain report ") and contains($name)) | .id] | first // empty
    ' "$work/answer")
    [[ -z $id && $(jq length "$work/answer") == 100 ]] || break
    page=$((page + 1))
  done
}

# A report that is too long ends at a line, outside a table's row and with its fold closed.
write_body() {
  jq --null-input --rawfile report "$report" --arg name "$name_line" --argjson limit "$limit" --arg run "$run" \
    --arg commit "$(jq --raw-output '.pull_request.head.sha[:12]' "$GITHUB_EVENT_PATH")" '
    def closed: if ([scan("<details>")] | length) > ([scan("</details>")] | length) then . + "\n\n</details>" else . end;
    def cut: if length <= $limit then . else
      (.[:$limit] | split("\n")[:-1] | join("\n") | closed) + "\n\n… and more: the whole report is in the [summary](\($run)).\n" end;
    {body: (($report | cut | sub("\n"; "\n\($name)\n")) + "\n<sub>Commit \($commit), [this run](\($run))</sub>\n")}
  ' > "$work/body"
}

[[ $name =~ ^[A-Za-z0-9._-]+$ ]] || give_up "its name may have letters, digits, dots, _ and - only"
name_line="<!-- of $name -->"
run=$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID
number=$(jq .pull_request.number "$GITHUB_EVENT_PATH")

write_body
find_comment
if [[ -n $id ]]; then
  call PATCH "issues/comments/$id" "$work/body"
else
  call POST "issues/$number/comments" "$work/body"
fi
jq --raw-output '"The report is at \(.html_url)"' "$work/answer"
