// SPDX-License-Identifier: Apache-2.0
#include "ui/form/links_editor.h"

#include "ui/style/language.h"

#include <QLineEdit>

namespace jz::ui {

LinksEditor::LinksEditor(DossierSession& session, const Field& field, QWidget* parent) : TextRowsEditor(session, field, parent)
{
    build();
}

QLineEdit* LinksEditor::makeLine(QWidget* parent)
{
    auto* const line = new QLineEdit(parent);
    line->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    return line;
}

QString LinksEditor::placeholder() const
{
    return say(u"粘贴或输入网址，每行一个", u"Paste or type addresses, one a row");
}

} // namespace jz::ui
