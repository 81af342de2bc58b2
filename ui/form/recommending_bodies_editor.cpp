// SPDX-License-Identifier: Apache-2.0
#include "ui/form/recommending_bodies_editor.h"

#include "ui/form/body_hits.h"
#include "ui/style/language.h"

#include <QLineEdit>

namespace jz::ui {

RecommendingBodiesEditor::RecommendingBodiesEditor(DossierSession& session, const Field& field, QWidget* parent) : TextRowsEditor(session, field, parent)
{
    build();
}

QLineEdit* RecommendingBodiesEditor::makeLine(QWidget* parent)
{
    auto* const box = new SearchBox([this](const QString& query) { return bodyHits(session().pack(), session().reference().bodies, query); }, parent);
    connect(box, &SearchBox::chosen, this, [this, box](const QString& name) { enter(box, name); });
    return box;
}

QString RecommendingBodiesEditor::placeholder() const
{
    return say(u"再加一家：输入名称、简称或拼音首字母", u"One more: name, short name or pinyin initials");
}

} // namespace jz::ui
