import type { PersonView, PostView } from "#contract/people.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { EndPostDialog } from "./end-dialog.tsx";
import { GivePostDialog } from "./give-post-dialog.tsx";
import { daysWords } from "./people-words.ts";
import styles from "./people.module.css";

interface Props {
  readonly view: PersonView;
}

/** The posts of a person, with the counters that each lets serve; given and ended here. */
export function PersonPosts({ view }: Props): ReactElement {
  const { page } = useText().people;
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<PostView | null>(null);
  const editable = !view.own && view.person.state !== "ended";
  return (
    <Panel
      id="posts"
      title={page.posts}
      actions={
        editable && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => setGiving(true)}
          >
            {page.give}
          </Button>
        )
      }
    >
      {view.posts.length === 0 && <p className={styles["quiet"]}>{page.postsNone}</p>}
      <ul className={styles["lines"]}>
        {view.posts.map((post) => (
          <PostLine key={post.postId} post={post} onEnd={editable ? setEnding : undefined} />
        ))}
      </ul>
      {giving && <GivePostDialog view={view} onClose={() => setGiving(false)} />}
      {ending && <EndPostDialog view={view} post={ending} onClose={() => setEnding(null)} />}
    </Panel>
  );
}

interface LineProps {
  readonly post: PostView;
  readonly onEnd: ((post: PostView) => void) | undefined;
}

function PostLine({ post, onEnd }: LineProps): ReactElement {
  const text = useText();
  const { page, at } = text.people;
  const role = text.lists.roles[post.role];
  return (
    <li>
      <div className={styles["between"]}>
        <div>
          <strong>{role}</strong>
          <span className={styles["under"]} lang="vi">
            {post.place}
          </span>
          <span className={styles["under"]}>{daysWords(post, text)}</span>
          {post.counters.length > 0 && (
            <span className={styles["under"]} lang="vi">
              {page.counters(post.counters.join("; "))}
            </span>
          )}
        </div>
        {post.ended ? (
          <Mark tone="quiet">{page.postEnded}</Mark>
        ) : (
          onEnd &&
          post.editable && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={page.endPostOf(at(role, post.place))}
              onClick={() => onEnd(post)}
            >
              {page.endPost}
            </Button>
          )
        )}
      </div>
    </li>
  );
}
