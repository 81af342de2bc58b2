// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/dossier_session.h"
#include "ui/style/theme.h"

#include <QWidget>

namespace jz::ui {

/// What can be called up at the right of the form: findings, attachments, notes, history. One is seen at a time.
class SidePanel : public QWidget
{
    Q_OBJECT

public:
    SidePanel(DossierSession& session, QWidget* parent) : QWidget(parent), m_session(session) {}

    /// Stable name (`findings`), by which the place on the desk is kept.
    virtual QString id() const = 0;
    /// The word on its button.
    virtual QString title() const = 0;
    /// Name of its icon in resources/icons.
    virtual QString iconName() const = 0;
    /// How many things wait here, shown on the button; 0 for none.
    virtual int count() const { return 0; }
    /// Device-independent pixels; the form is never made narrower than it needs.
    virtual int wantedWidth() const { return Theme::space(84); }
    /// The user went to another field of the form.
    virtual void showField(const QString& field) { Q_UNUSED(field) }

Q_SIGNALS:
    void countChanged();

protected:
    DossierSession& session() const { return m_session; }

private:
    DossierSession& m_session;
};

} // namespace jz::ui
